using KediriLapor.Platform;

namespace KediriLapor.Notifications;

/// <summary>One attempt at each notification of a batch, and what became of it.</summary>
internal sealed class SendNotification(Channels channels, Facts facts, TimeProvider time, ILogger<SendNotification> log)
{
    /// <summary>Servers that did not answer for an earlier message of the batch, and why: they are not asked again for each.</summary>
    private readonly Dictionary<string, ServerUnreachable> down = [];

    public async Task Send(Notification notification, CancellationToken ct)
    {
        var channel = channels.By(notification.Medium);
        if (!channel.Configured)
        {
            notification.Keep();
            return;
        }

        var (to, why) = await channel.Find(notification, ct);
        if (to is null)
        {
            notification.Withhold(why);
        }
        else if (down.TryGetValue(to.Server, out var known))
        {
            notification.Failed(known.Message, time.Now(), known.RetryAfter);
        }
        else
        {
            await Send(channel, notification, to, ct);
        }
    }

    private async Task Send(IChannel channel, Notification notification, Destination to, CancellationToken ct)
    {
        try
        {
            await channel.Send(notification, await facts.Say(notification, ct), to, ct);
            notification.Sent(time.Now());
        }
        catch (AddressRefused refused)
        {
            notification.Withhold(refused.Message);
        }
        catch (ServerUnreachable unreachable)
        {
            Fail(unreachable.Message, unreachable.RetryAfter);
            down[to.Server] = unreachable;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Fail(failure is NotSent told ? told.Message : $"not sent ({(failure is HttpRequestException { StatusCode: { } status } ? status : failure.GetType().Name)})");
        }

        // by the kind of failure alone: what a server says may repeat the address
        void Fail(string told, TimeSpan? retryAfter = null)
        {
            log.LogWarning("Notification {Id} by {Medium}: {Failure}", notification.Id, notification.Medium, told);
            notification.Failed(told, time.Now(), retryAfter);
        }
    }
}
