using KediriLapor.Benchmarks;
using KediriLapor.Benchmarks.Crash;
using KediriLapor.Benchmarks.Export;
using KediriLapor.Benchmarks.Floor;
using KediriLapor.Benchmarks.Ready;
using KediriLapor.Benchmarks.Screens;
using KediriLapor.Benchmarks.Statistics;
using KediriLapor.Benchmarks.Storm;
using KediriLapor.Benchmarks.Suggest;

try
{
    return args switch
    {
        ["crash", .. var rest] => await CrashBenchmark.Run(rest),
        ["export", .. var rest] => await ExportBenchmark.Run(rest),
        ["floor", .. var rest] => await FloorBenchmark.Run(rest),
        ["floor-server", .. var rest] => await FloorServer.Run(rest),
        ["ready", .. var rest] => await ReadyBenchmark.Run(rest),
        ["screens", .. var rest] => await ScreensBenchmark.Run(rest),
        ["statistics", .. var rest] => await StatisticsBenchmark.Run(rest),
        ["storm", .. var rest] => await StormBenchmark.Run(rest),
        ["suggest", .. var rest] => SuggestBenchmark.Run(rest),
        ["suggest-weights", .. var rest] => DangerTraining.Run(rest),
        _ => Usage(),
    };
}
catch (OptionException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return Usage();
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: crash [--seconds 60] [--clients 8]
               export [--rows 1000000]
               floor [queue] [track] [public] [map] [empty] [locate] [suggest] [submit] [status] [--seconds 3] [--pairs 5] [--reports 20000]
               ready [--starts 3]
               screens [--reports 50000]
               statistics [--reports 100000]
               storm [--reports 1000] [--clients 20]
               suggest [file.csv]
               suggest-weights [--write]
        """);
    return 2;
}
