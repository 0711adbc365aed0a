using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Where a message goes that somebody asked for.</summary>
/// <param name="Value">The address as the channel writes it.</param>
internal sealed record DirectAddress(Medium Medium, SpokenLanguage Language, string Value)
{
    /// <summary>Keeps the contact out of whatever logs it.</summary>
    public override string ToString() => $"{Medium}";
}

/// <param name="Id">The same at every attempt, where the words are the same.</param>
/// <param name="Values">What the body's variables stand for, in the order in which it names them first.</param>
internal sealed record DirectMessage(Guid Id, SpokenLanguage Language, WordedMessage Words, IReadOnlyList<string> Values);

/// <summary>A channel that also takes a message to an address as it stands.</summary>
internal interface IDirectChannel : IChannel
{
    /// <inheritdoc cref="IChannel.Send"/>
    Task Tell(DirectMessage message, string address, CancellationToken ct);
}

/// <summary>
/// Messages that somebody asked for themselves, at this very address: in the words of a template like all others, and with no matrix, no
/// report and no row of the outbox, since what they carry must lie nowhere.
/// </summary>
internal sealed class DirectMail(AppDb db, Channels channels, PublicAddress address)
{
    public bool Reaches(Medium medium) => channels.By(medium) is IDirectChannel { Configured: true };

    /// <param name="path">Of this site.</param>
    /// <inheritdoc cref="IChannel.Send"/>
    public async Task Send(Guid id, DirectAddress to, Occasion occasion, string path, TimeSpan life, CancellationToken ct)
    {
        var (voice, channel) = (Recipient.Reporter.Voice(to.Medium)!.Value, (IDirectChannel)channels.By(to.Medium));
        var template = await db.NotificationTemplates.AsNoTracking().SingleAsync(t => t.Occasion == occasion && t.Voice == voice && t.Language == to.Language, ct);
        var facts = new Dictionary<string, object?>
        {
            ["brand"] = Facts.Brand,
            ["link"] = new Uri(address.Site, path).ToString(),
            ["minutes"] = (int)life.TotalMinutes,
        };
        await channel.Tell(new DirectMessage(id, to.Language, await Wording.Say(template.Subject, template.Body, facts), Wording.Values(template.Body, facts)), to.Value, ct);
    }
}
