using KediriLapor.Platform;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KediriLapor.Reports.Attachments;

/// <summary>
/// Ready without a place for files, but degraded: a report without a photo is taken all the same, and a balancer that took every
/// instance away would refuse that one too.
/// </summary>
internal sealed class StorageCheck(IFileStore files) : IHealthCheck
{
    /// <summary>Shorter than a balancer waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await files.Probe(cancellationToken).WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is Unavailable or TimeoutException)
        {
            return HealthCheckResult.Degraded("no files are taken at the moment");
        }
    }
}
