using System.Diagnostics;
using System.Runtime.CompilerServices;
using KediriLapor.Routing;

namespace KediriLapor.Benchmarks.Suggest;

/// <summary><c>suggest [file.csv]</c>: quality and speed of text -> services on a labelled set, misses listed.</summary>
internal static class SuggestBenchmark
{
    private const int TimedRuns = 2000;

    public static int Run(string[] arguments)
    {
        var root = Path.GetFullPath(Path.Combine(HereFolder(), "../../.."));
        var file = arguments.Length > 0 ? arguments[0] : Path.Combine(HereFolder(), "texts.csv");
        var reference = Path.Combine(root, "api/ReferenceData");
        var places = ReferenceIndex.Places(reference);
        var building = Stopwatch.StartNew();
        var index = ReferenceIndex.Build(reference);
        Console.WriteLine($"index built in {building.ElapsedMilliseconds} ms; {Path.GetFileName(file)}");

        var texts = LabelledText.Read(file);
        foreach (var split in texts.GroupBy(text => text.Split).Append<IEnumerable<LabelledText>>(texts))
        {
            var name = split is IGrouping<string, LabelledText> { Key.Length: > 0 } group ? group.Key : "all";
            Print(name, SuggestScore.Of(index, places, [.. split]));
        }

        Console.WriteLine();
        foreach (var miss in SuggestScore.Of(index, places, texts).Misses.Order(StringComparer.Ordinal))
        {
            Console.WriteLine(miss);
        }

        Console.WriteLine();
        var sample = texts.Select(text => text.Text).Where(text => text.Length is > 120 and < 280).ToList();
        Time("~200 characters", index, sample.Count > 0 ? sample : [.. texts.Select(text => text.Text)], TimedRuns);
        Time("5,000 characters", index, [Long(texts)], TimedRuns / 20);
        return 0;
    }

    private static void Print(string name, SuggestScore score) => Console.WriteLine(
        $"{name,-5} {score.Texts,4} texts: top-1 {score.Top1:P1}  top-3 {score.Top3:P1}  "
        + $"emergency recall {score.EmergencyRecall:P1} of {score.Emergencies}  false alarms {score.FalseAlarms} of {score.OrdinaryTexts}  "
        + $"wards {score.WardRecall:P1} of {score.Wards}, {score.WardFalseHits} false  noise on silence {score.NoiseOnSilent} of {score.SilentTexts}");

    private static void Time(string name, SuggestionIndex index, List<string> texts, int runs)
    {
        for (var i = 0; i < 200; i++)
        {
            index.Suggest(texts[i % texts.Count]);
        }

        var times = new double[runs];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            index.Suggest(texts[i % texts.Count]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / runs;
        Array.Sort(times);
        Console.WriteLine($"{name}: median {times[runs / 2]:F3} ms, p99 {times[runs * 99 / 100]:F3} ms, {allocated / 1024.0:F1} KiB a call");
    }

    private static string Long(List<LabelledText> texts) =>
        string.Join(' ', Enumerable.Repeat(texts, 5000 / texts.Count + 1).SelectMany(all => all).Select(text => text.Text))[..5000];

    private static string HereFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
