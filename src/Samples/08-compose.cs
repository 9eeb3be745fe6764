// 8. Compose: the network at the end of a pipeline that has nothing to do with digits. Which language is this?
//
//     dotnet run src/Samples/08-compose.cs ["A SENTENCE"]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using Microsoft.ML;

const string Lessons = """
    English: The train leaves at seven and it is always late. I think that we should wait for the others.
    English: She reads a book every week when it rains. There is nothing better than fresh bread with butter.
    English: Tell me where you have put the keys. Yesterday they walked through the old town with their friends.
    German: Der Zug fährt um sieben und ist immer zu spät. Ich glaube, wir sollten auf die anderen warten.
    German: Sie liest jede Woche ein Buch, wenn es regnet. Es gibt nichts Besseres als frisches Brot mit Butter.
    German: Sag mir, wo du die Schlüssel hast. Gestern sind sie mit ihren Freunden durch die Altstadt gegangen.
    French: Le train part à sept heures et il est toujours en retard. Je crois que nous devons attendre les autres.
    French: Elle lit un livre chaque semaine quand il pleut. Il n'y a rien de meilleur que du pain avec du beurre.
    French: Dis-moi où tu as mis les clés. Hier ils ont traversé la vieille ville à pied avec leurs amis.
    """;

var lessons = Lessons.Split('\n').Select(line => line.Split(": ")).Select(parts => new Sentence(parts[0], parts[1]));

// Hundreds of features, nearly all of them zero: which words there are, and which letters follow one another.
var mlContext = new MLContext(seed: 1);
var pipeline = mlContext.Transforms.Text.FeaturizeText("Letters", "Text")
    .Append(mlContext.Transforms.NormalizeMinMax("WordLength"))
    .Append(mlContext.Transforms.Concatenate("Features", "Letters", "WordLength"))
    .Append(mlContext.Transforms.Conversion.MapValueToKey("Label", "Language"))
    .Append(mlContext.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 20, learningRate: 0.3f, epochs: 99))
    .Append(mlContext.Transforms.Conversion.MapKeyToValue("Language", "PredictedLabel"));
var model = pipeline.Fit(mlContext.Data.LoadFromEnumerable(lessons));
using var engine = mlContext.Model.CreatePredictionEngine<Sentence, Answer>(model);

// None of these was among the lessons.
string[] questions = ["The children play outside.", "Die Kinder spielen draußen.", "Les enfants jouent dehors."];
foreach (var text in args.Length > 0 ? args : questions)
{
    var answer = engine.Predict(new Sentence("", text));
    Console.WriteLine($"{answer.Language,-8} {answer.Score.Max():F4}  {text}");
}

internal sealed record Sentence(string Language, string Text)
{
    public float WordLength { get; } = (float)Text.Split().Average(word => word.Length);
}

internal sealed record Answer
{
    public string Language { get; set; } = "";

    public float[] Score { get; set; } = [];
}
