using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace KediriLapor.Notifications;

/// <summary>Settings <c>Smtp:*</c>. Without a host nothing is sent.</summary>
/// <param name="Security"><c>Auto</c>, <c>StartTls</c>, <c>SslOnConnect</c> or <c>None</c>, as MailKit names them.</param>
internal sealed record SmtpSettings(string? Host, int Port, string From, string? UserName, string? Password, SecureSocketOptions Security)
{
    public static SmtpSettings Of(IConfiguration configuration) => new(
        configuration["Smtp:Host"] is { Length: > 0 } host ? host : null,
        configuration.GetValue("Smtp:Port", 587),
        configuration["Smtp:From"] ?? "tidak-dibalas@localhost",
        configuration["Smtp:UserName"],
        configuration["Smtp:Password"],
        configuration.GetValue("Smtp:Security", SecureSocketOptions.Auto));
}

/// <param name="Id">The same at every attempt: a server that took it twice shows it once.</param>
/// <param name="Unsubscribes">The report whose mails its reader can end.</param>
internal sealed record Envelope(Guid Id, string To, Guid? Unsubscribes);

/// <summary>Hands messages to an SMTP server (RFC 5321).</summary>
internal sealed class Mailer(SmtpSettings settings, UnsubscribeToken unsubscribe, PublicAddress address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public bool Configured => settings.Host is not null;

    /// <exception cref="AddressRefused">The recipient's own server says that there is no such mailbox (SMTP 5xx on RCPT TO).</exception>
    /// <exception cref="ServerUnreachable">It does not answer, not in time, or not to us.</exception>
    public async Task Send(Envelope envelope, WordedMessage words, CancellationToken ct)
    {
        using var message = Compose(envelope, words);
        try
        {
            await HandOver(message, ct);
        }
        catch (SmtpCommandException refused) when (refused is { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= (SmtpStatusCode)500 })
        {
            throw new AddressRefused();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && IsOfServer(failure))
        {
            throw new ServerUnreachable("the mail server", failure);
        }
    }

    private async Task HandOver(MimeMessage message, CancellationToken ct)
    {
        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await smtp.ConnectAsync(settings.Host!, settings.Port, settings.Security, ct);
        if (settings.UserName is { Length: > 0 } name)
        {
            await smtp.AuthenticateAsync(name, settings.Password ?? "", ct);
        }

        await smtp.SendAsync(message, ct);
        await smtp.DisconnectAsync(quit: true, ct);
    }

    private static bool IsOfServer(Exception failure) => failure is SocketException or IOException or ServiceNotConnectedException or SslHandshakeException
        or AuthenticationException or OperationCanceledException or TimeoutException or SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    private MimeMessage Compose(Envelope envelope, WordedMessage words)
    {
        var message = new MimeMessage { Subject = words.Subject, Body = new TextPart("plain") { Text = words.Body } };
        message.From.Add(new MailboxAddress(Facts.Brand, settings.From));
        message.To.Add(new MailboxAddress("", envelope.To));
        message.MessageId = $"{envelope.Id:N}@{address.Site.Host}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (envelope.Unsubscribes is { } report)
        {
            // one click, RFC 8058
            message.Headers.Add("List-Unsubscribe", $"<{new Uri(address.Site, "api/v1/notifications/unsubscribe?token=" + unsubscribe.For(report))}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }
}
