using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace KediriLapor.Persistence;

/// <summary>Ready means able to write: a server in recovery or on a full disk answers reads only.</summary>
internal sealed class WriteCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("UPDATE readiness SET checked_at = now()");
            command.CommandTimeout = 3;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("the database takes no writes");
        }
    }
}
