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

/// <summary>The recipient's own server says that there is no such mailbox (SMTP 5xx on RCPT TO).</summary>
internal sealed class AddressRefused() : Exception("the address does not exist");

/// <summary>Hands messages to an SMTP server (RFC 5321).</summary>
internal sealed class Mailer(SmtpSettings settings, UnsubscribeToken unsubscribe, PublicAddress address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public bool Configured => settings.Host is not null;

    /// <exception cref="AddressRefused">For good; everything else may pass.</exception>
    public async Task Send(Notification notification, WordedMessage words, MailAddress to, CancellationToken ct)
    {
        using var message = Compose(notification, words, to);
        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await smtp.ConnectAsync(settings.Host!, settings.Port, settings.Security, ct);
        if (settings.UserName is { Length: > 0 } name)
        {
            await smtp.AuthenticateAsync(name, settings.Password ?? "", ct);
        }

        try
        {
            await smtp.SendAsync(message, ct);
        }
        catch (SmtpCommandException refused) when (refused is { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= (SmtpStatusCode)500 })
        {
            throw new AddressRefused();
        }

        await smtp.DisconnectAsync(quit: true, ct);
    }

    private MimeMessage Compose(Notification notification, WordedMessage words, MailAddress to)
    {
        var message = new MimeMessage { Subject = words.Subject, Body = new TextPart("plain") { Text = words.Body } };
        message.From.Add(new MailboxAddress(Facts.Brand, settings.From));
        message.To.Add(new MailboxAddress("", to.Value));
        // the same id at every attempt: a server that took it twice shows it once
        message.MessageId = $"{notification.Id:N}@{address.Site.Host}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (notification is { AccountId: null, ReportId: { } report })
        {
            // one click, RFC 8058
            message.Headers.Add("List-Unsubscribe", $"<{new Uri(address.Site, "api/v1/notifications/unsubscribe?token=" + unsubscribe.For(report))}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }
}
