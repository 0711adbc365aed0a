using KediriLapor.Persistence;
using KediriLapor.Statistics.Counting;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Statistics;

/// <summary><c>statistics check</c> counts everything anew and compares; <c>statistics rebuild</c> has the serving instances count everything anew.</summary>
internal static class StatisticsCommand
{
    /// <returns>0 when all figures are right, 1 when one is not, 2 when the words are not understood.</returns>
    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        switch (args)
        {
            case ["check"]:
                return await Check(scope.ServiceProvider);
            case ["rebuild"]:
                return await Rebuild(scope.ServiceProvider.GetRequiredService<AppDb>());
            default:
                await Console.Error.WriteLineAsync("Pemakaian: statistics check | statistics rebuild");
                return 2;
        }
    }

    private static async Task<int> Check(IServiceProvider services)
    {
        var (check, wrong) = (services.GetRequiredService<CheckCounts>(), 0);
        await foreach (var fault in check.Run(CancellationToken.None))
        {
            wrong++;
            Console.WriteLine($"SALAH {fault}");
        }

        Console.WriteLine(wrong == 0 ? "Semua angka benar." : $"{wrong} angka tidak sama dengan hitungan ulang.");
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> Rebuild(AppDb db)
    {
        await db.Set<CountPosition>().ExecuteUpdateAsync(all => all.SetProperty(p => p.Seen, ""));
        Console.WriteLine("Semua hari akan dihitung ulang.");
        return 0;
    }
}
