using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Notifications;

internal static class Mailing
{
    /// <summary>The program hands its mail to this catcher.</summary>
    public static (string Key, string? Value)[] Settings(this MailCatcher catcher) =>
        [("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{catcher.Port}"), ("Smtp:Security", "None"), ("PublicUrl", "https://lapor.contoh.id")];

    /// <summary>Waits until nothing is on its way that the clock lets go.</summary>
    public static async Task AllIsSaidAsync(this ApiHost api, TimeProvider clock)
    {
        await api.OutboxIsDeliveredAsync();
        Assert.That(await Eventually.SeeAsync(() => api.WaitingAsync(clock), waiting => waiting == 0), Is.Zero);
    }

    public static Task<int> WaitingAsync(this ApiHost api, TimeProvider clock) =>
        api.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM notifications WHERE state = 'Pending' AND due_at <= {0}", clock.GetUtcNow() + TimeSpan.FromMinutes(5));

    /// <summary>What was said about these words in the subject, to whom.</summary>
    public static string[] HeardOf(this MailCatcher catcher, string words) =>
        [.. catcher.Mails.Where(mail => mail.Message.Subject!.Contains(words, StringComparison.Ordinal)).Select(mail => mail.To.Replace("@contoh.invalid", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
