using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

internal static class Forgetting
{
    /// <summary>Takes the person out of what is kept of their conversation. That they want no messages stays, by an index that tells no number.</summary>
    public static async Task ForgetConversation(this AppDb db, byte[] person, CancellationToken ct)
    {
        await db.OutboundMessages.Where(m => m.Person == person && m.State == MessageState.Pending).ExecuteDeleteAsync(ct);
        await db.Conversations.Where(c => c.Person == person && c.StoppedAt == null).ExecuteDeleteAsync(ct);
        await db.Conversations.Where(c => c.Person == person).Forget(ct);
    }

    internal static Task<int> Forget(this IQueryable<Conversation> talks, CancellationToken ct) => talks.ExecuteUpdateAsync(
        talk => talk.SetProperty(c => c.Phone, (byte[]?)null).SetProperty(c => c.Draft, (byte[]?)null).SetProperty(c => c.DraftDueAt, (DateTimeOffset?)null)
            .SetProperty(c => c.HeardAt, (DateTimeOffset?)null).SetProperty(c => c.ReportId, (Guid?)null).SetProperty(c => c.Version, c => c.Version + 1),
        ct);
}
