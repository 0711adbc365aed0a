namespace KediriLapor.Persistence.PrivatePostgres;

/// <summary>
/// Starts the private server before every other service and stops it after all of them, so that the last request still
/// finds its database. A server that dies in between is started again; it recovers by itself.
/// </summary>
internal sealed class PrivatePostgresHost(Cluster cluster, IHostApplicationLifetime application, ILogger<PrivatePostgresHost> log)
    : IHostedLifecycleService, IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task supervision = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await cluster.StartAsync(cancellationToken);
        log.LogInformation("PostgreSQL {Major} runs on the data in {Folder}", cluster.Major, cluster.Folder.Data);
        supervision = SuperviseAsync(stopping.Token);
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await EndSupervisionAsync();
        await cluster.StopAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A start that was broken off is never stopped, only disposed: the server must not be started again meanwhile.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndSupervisionAsync();
        stopping.Dispose();
    }

    private async Task EndSupervisionAsync()
    {
        await stopping.CancelAsync();
        await supervision;
    }

    private async Task SuperviseAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await cluster.ExitedAsync(ct);
                log.LogError("PostgreSQL ended unasked; starting it again. Its log: {Log}", cluster.Folder.Log);
                await cluster.StartAsync(ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // the ordinary end: we are stopping
        }
        catch (StartupRefused refusal)
        {
            log.LogCritical("{Reason}", refusal.Message);
            application.StopApplication();
        }
    }
}
