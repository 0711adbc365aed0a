using System.Net.Sockets;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace KediriLapor.Notifications;

/// <summary>One attempt at one notification, and what became of it.</summary>
internal sealed class SendNotification(AppDb db, Addresses addresses, Facts facts, Mailer mailer, TimeProvider time, ILogger<SendNotification> log)
{
    /// <param name="down">Why the server does not answer, when that is known from the message before.</param>
    /// <returns>Why the server does not answer, or null.</returns>
    public async Task<string?> Send(Notification notification, string? down, CancellationToken ct)
    {
        if (!mailer.Configured)
        {
            notification.Keep();
            return null;
        }

        var (address, why) = await addresses.Of(notification, ct);
        if (address is null)
        {
            notification.Withhold(why);
            return down;
        }

        if (down is not null)
        {
            notification.Failed(down, time.Now());
            return down;
        }

        try
        {
            await mailer.Send(notification, await facts.Say(notification, ct), address, ct);
            notification.Sent(time.Now());
            return null;
        }
        catch (AddressRefused refused)
        {
            db.Bounces.Add(new Bounce { AddressSeal = address.Seal, At = time.Now() });
            notification.Withhold(refused.Message);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // by its kind: what a server says may repeat the address
            log.LogWarning("Notification {Id} not sent: {Kind}", notification.Id, failure.GetType().Name);
            var unreachable = failure is SocketException or IOException or ServiceNotConnectedException or SslHandshakeException or AuthenticationException
                or OperationCanceledException or TimeoutException or SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };
            var told = unreachable ? $"the mail server cannot be used ({failure.GetType().Name})" : $"not sent ({failure.GetType().Name})";
            notification.Failed(told, time.Now());
            return unreachable ? told : null;
        }
    }
}
