using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Persistence.Reference;

/// <summary>
/// Holds the present <see cref="City"/> and renews it when the data change, on every instance: triggers on the reference
/// tables advance <c>reference_epoch</c>, and each instance looks at that one row every <see cref="Pace"/>.
/// </summary>
public sealed class CityWatch(IServiceScopeFactory scopes, ILogger<CityWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    private City? current;

    /// <summary>Never null once the program is ready: start-up loads it before the first request.</summary>
    public City Current => current ?? throw new InvalidOperationException("The city's data are not loaded yet.");

    /// <summary>Loads a new snapshot when the epoch has moved.</summary>
    public async Task Refresh(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var epoch = await db.Database.SqlQuery<long>($"SELECT epoch AS \"Value\" FROM reference_epoch").SingleAsync(ct);
        if (epoch != current?.Epoch)
        {
            current = await CityLoader.Load(db, epoch, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Refresh(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("Reference data not refreshed: {Reason}", e.Message);
            }
        }
    }
}
