using MediatR;
using Quartz;

namespace KediriLapor.Persistence.Schedule;

/// <summary>
/// The one job that Quartz knows: its name is the command to send. What a command throws fails this run alone; the next one
/// begins with what is still due.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class RunCommand(IEnumerable<ScheduledCommand> commands, IServiceScopeFactory scopes, ILogger<RunCommand> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (commands.FirstOrDefault(command => command.Name == name) is not { } scheduled)
        {
            log.LogWarning("{Command} is scheduled by another version of the program; this one does not know it", name);
            return;
        }

        var total = 0;
        while (await SendBatch(scheduled, cancellationToken) is var done and > 0 && !cancellationToken.IsCancellationRequested)
        {
            total += done;
        }

        if (total > 0)
        {
            log.LogInformation("{Command}: {Count}", name, total);
        }
    }

    private async Task<int> SendBatch(ScheduledCommand scheduled, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(scheduled.New(), ct);
    }
}
