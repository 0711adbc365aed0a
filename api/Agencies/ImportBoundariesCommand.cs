using KediriLapor.Agencies.Boundaries;
using MediatR;

namespace KediriLapor.Agencies;

/// <summary><c>import-boundaries FILE [--apply] [--source TEXT]</c>: judges first, changes only with <c>--apply</c>.</summary>
internal static class ImportBoundariesCommand
{
    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        if (args is not [var named, .. var options])
        {
            await Console.Error.WriteLineAsync("Pemakaian: import-boundaries BERKAS.geojson [--apply] [--source KETERANGAN]");
            return 2;
        }

        // dotnet run changes into the project's folder; the path was typed in the shell's
        var path = Path.GetFullPath(named, Environment.GetEnvironmentVariable("PWD") ?? Environment.CurrentDirectory);
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"Berkas {path} tidak ada.");
            return 2;
        }

        var source = Array.IndexOf(options, "--source") is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : Path.GetFileName(path);
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new ImportBoundaries(await File.ReadAllBytesAsync(path), source, options.Contains("--apply")));
        Print(report);
        return report.Problems.Any(problem => problem.Severity == BoundarySeverity.Error) ? 1 : 0;
    }

    private static void Print(BoundaryReport report)
    {
        foreach (var problem in report.Problems)
        {
            Console.WriteLine($"{(problem.Severity == BoundarySeverity.Error ? "SALAH " : "CATATAN")} {problem.Code} [{string.Join(", ", problem.Wards)}] {problem.Message}");
        }

        foreach (var change in report.Changes.Where(change => change.DifferenceM2 >= 1).OrderByDescending(change => change.DifferenceM2))
        {
            Console.WriteLine(
                $"{change.Ward.Code} {change.Ward.Name,-16} {BoundaryText.SquareKilometres(change.AreaBeforeKm2)} -> {BoundaryText.SquareKilometres(change.AreaAfterKm2)}, "
                + $"berbeda {BoundaryText.SquareMetres(change.DifferenceM2)}, titik tengah bergeser {change.CentroidShiftM:0} m");
        }

        Console.WriteLine(report switch
        {
            { Applied: true } => $"Batas baru berlaku untuk {report.Changes.Count} kelurahan.",
            { Changes.Count: > 0 } => "Berkas dapat dipakai; ulangi dengan --apply untuk memberlakukannya.",
            _ => "Berkas ditolak; tidak ada yang berubah.",
        });
    }
}
