using MediatR;

namespace KediriLapor.Proof;

/// <summary><c>history close</c> signs the roots of finished days; <c>history check</c> finds what was rewritten.</summary>
internal static class HistoryCommand
{
    /// <returns>0 when all is whole, 1 when something was rewritten, 2 when the words are not understood.</returns>
    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        switch (args)
        {
            case ["close"]:
                return await Close(services);
            case ["check"]:
                return await Check(scope.ServiceProvider.GetRequiredService<CheckHistory>());
            default:
                await Console.Error.WriteLineAsync("Pemakaian: history close | history check | history verify BERKAS [--keys BERKAS]");
                return 2;
        }
    }

    private static async Task<int> Close(IServiceProvider services)
    {
        var days = 0;
        while (await CloseOne(services) > 0)
        {
            days++;
        }

        Console.WriteLine(days == 0 ? "Tidak ada hari yang perlu ditutup." : $"Akar ditandatangani untuk {days} hari.");
        return 0;
    }

    private static async Task<int> CloseOne(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CloseHistoryDay());
    }

    private static async Task<int> Check(CheckHistory check)
    {
        var faults = 0;
        await foreach (var fault in check.Run(CancellationToken.None))
        {
            faults++;
            Console.WriteLine(fault switch
            {
                { Report: null } => $"SALAH {fault.Reason}",
                { Sequence: null } => $"SALAH laporan {fault.Report}: {fault.Reason}",
                _ => $"SALAH laporan {fault.Report} baris {fault.Sequence}: {fault.Reason}",
            });
        }

        Console.WriteLine(faults == 0 ? "Riwayat utuh." : $"Riwayat tidak utuh: {faults} temuan.");
        return faults == 0 ? 0 : 1;
    }
}
