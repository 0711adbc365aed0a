using KediriLapor.Benchmarks.Suggest;

return args switch
{
    ["suggest", .. var rest] => SuggestBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: suggest [file.csv]");
    return 2;
}
