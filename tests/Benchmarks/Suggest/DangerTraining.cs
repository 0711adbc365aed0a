using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using KediriLapor.Routing;

namespace KediriLapor.Benchmarks.Suggest;

/// <summary>
/// <c>suggest-weights [--write]</c>: counts from the labelled texts what each word weighs for or against danger (logistic
/// regression), tells for every set how alarms do when that set was left out, and writes <c>danger-words.csv</c>.
/// </summary>
internal static class DangerTraining
{
    /// <summary>Rarer words and pairs are chance.</summary>
    private const int FewestTexts = 3;

    private const int Rounds = 30;
    private const double FirstStep = 0.3;
    private const double Forgetting = 0.02;

    /// <summary>A missed emergency weighs more than a false alarm.</summary>
    private const double EmergencyMatters = 1.5;

    /// <summary>Brings scores of texts of all lengths to the scale of the bias.</summary>
    private const double Scale = 3;

    private const double ServiceWorthKeeping = 0.5;

    /// <summary>Sets that stay unseen by the weights, so that there is something to measure them by.</summary>
    private static readonly string[] Unseen = ["blind-2.csv", "fresh.csv"];

    public static int Run(string[] arguments)
    {
        var here = HereFolder();
        var reference = Path.GetFullPath(Path.Combine(here, "../../../api/ReferenceData"));
        var glossary = ReferenceIndex.ReadLanguage(reference, []).Glossary;
        var sets = Directory.GetFiles(here, "*.csv").Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileName(file), LabelledText.Read);
        var seen = sets.Where(set => !Unseen.Contains(set.Key)).ToList();
        foreach (var (name, texts) in sets)
        {
            var others = seen.Where(set => set.Key != name).SelectMany(set => set.Value);
            var index = ReferenceIndex.Build(reference, weights: Weights([.. others], glossary));
            var score = SuggestScore.Of(index, ReferenceIndex.Places(reference), texts);
            Console.WriteLine($"{name,-12} left out: emergency recall {score.EmergencyRecall:P1} of {score.Emergencies}, false alarms {score.FalseAlarms} of {score.OrdinaryTexts}");
        }

        if (arguments is ["--write"])
        {
            string[] heading =
            [
                "# What words weigh for (+) or against (-) danger, and the emergency services they point to; * is where every text starts.",
                "# Counted by: dotnet run -c Release --project tests/Benchmarks -- suggest-weights --write",
            ];
            File.WriteAllLines(
                Path.Combine(reference, "language", "danger-words.csv"),
                [.. heading, .. Weights([.. seen.SelectMany(set => set.Value)], glossary)]);
        }

        return 0;
    }

    private static string[] Weights(List<LabelledText> texts, FrozenDictionary<string, string[]> glossary)
    {
        var features = texts.ConvertAll(text => Features(DangerWords.Read(Words.Of(text.Text), glossary)));
        var known = features.SelectMany(all => all).GroupBy(feature => feature).Where(group => group.Count() >= FewestTexts).Select(group => group.Key).ToHashSet();
        var kept = features.ConvertAll(all => all.Where(known.Contains).Order(StringComparer.Ordinal).ToArray());
        var weights = known.ToDictionary(feature => feature, _ => 0.0);
        var start = Learn(texts, kept, weights);
        var services = ServicesOf(texts, kept);
        return
        [
            $"{DangerWord.Start},{Number(start)},",
            .. weights.Order(Comparer<KeyValuePair<string, double>>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key)))
                .Select(pair => $"{pair.Key},{Number(pair.Value * Scale)},{services.GetValueOrDefault(pair.Key, "")}"),
        ];
    }

    /// <summary>Each word and each pair of neighbours once.</summary>
    private static HashSet<string> Features(List<(string Text, int Sentence)> words) =>
        [.. words.Select(word => word.Text), .. words.Zip(words.Skip(1), (one, next) => $"{one.Text} {next.Text}")];

    private static double Learn(List<LabelledText> texts, List<string[]> features, Dictionary<string, double> weights)
    {
        var start = -1.0;
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var dice = new Random(1); // the same texts give the same weights
        for (var round = 0; round < Rounds; round++)
        {
            dice.Shuffle(order);
            var step = FirstStep / (1 + round * 0.2);
            foreach (var i in order)
            {
                var scale = Scale / Math.Sqrt(features[i].Length + 1);
                var score = start + features[i].Sum(feature => weights[feature]) * scale;
                var error = 1 / (1 + Math.Exp(-score)) - (texts[i].Emergency ? 1 : 0);
                var correction = step * error * (texts[i].Emergency ? EmergencyMatters : 1);
                start -= correction * 0.1;
                foreach (var feature in features[i])
                {
                    weights[feature] = weights[feature] * (1 - step * Forgetting) - correction * scale;
                }
            }
        }

        return start;
    }

    /// <summary>Which emergency service a word points to: how much oftener it falls there than among all emergencies.</summary>
    private static Dictionary<string, string> ServicesOf(List<LabelledText> texts, List<string[]> features)
    {
        var emergencies = texts.Zip(features).Where(pair => pair.First.Emergency).ToList();
        var sizes = emergencies.GroupBy(pair => pair.First.Service).ToDictionary(group => group.Key, group => group.Count());
        return emergencies
            .SelectMany(pair => pair.Second.Select(feature => (feature, pair.First.Service)))
            .GroupBy(pair => pair.feature)
            .ToDictionary(
                group => group.Key,
                group => string.Join('|', group.GroupBy(pair => pair.Service)
                    .Select(service => (Code: service.Key, Odds: Math.Log((service.Count() + 0.2) / (sizes[service.Key] + 2.0) / ((group.Count() + 0.2) / (emergencies.Count + 2.0)))))
                    .Where(service => service.Odds >= ServiceWorthKeeping)
                    .OrderBy(service => service.Code, StringComparer.Ordinal)
                    .Select(service => $"{service.Code}:{service.Odds.ToString("0.0", CultureInfo.InvariantCulture)}")));
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string HereFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
