using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

public sealed record ShowHandOver(Guid Id, HandOverKey Key) : IQuery<HandOverView>;

/// <summary>A hand-over as its receiver and the city see it.</summary>
/// <param name="Statement">What is signed, read from <paramref name="Jws"/>.</param>
/// <param name="Jws">The signed record (RFC 7515, compact, ES256); its key is <paramref name="KeyId"/> of <c>/public/history-roots/keys</c>.</param>
/// <param name="IsOver">The city has taken the report up again; nothing can be answered any more.</param>
/// <param name="MayAnswer">Whoever asked can answer now.</param>
/// <param name="Links">Who holds the way in; told to staff alone.</param>
public sealed record HandOverView(
    Guid Id, HandOverStatement Statement, string Jws, string KeyId, HandOverState State, bool IsOver, DateTimeOffset AnswerBy, HandOverAnswerItem? Answer, bool MayAnswer,
    IReadOnlyList<HandOverLinkItem> Links);

/// <param name="Email">Where it went; null for one that a colleague passed on.</param>
/// <param name="By">Who made it.</param>
public sealed record HandOverLinkItem(Guid Id, HandOverLinkState State, string? Email, string By, DateTimeOffset MadeAt, DateTimeOffset? SentAt, DateTimeOffset EndsAt)
{
    internal static HandOverLinkItem Of(HandOverLink link) => new(link.Id, link.State, link.Email, link.ByName, link.MadeAt, link.SentAt, link.EndsAt);
}

internal sealed class ShowHandOverHandler(AppDb db, HandOverDoor door, HandOverPicture picture) : IRequestHandler<ShowHandOver, HandOverView>
{
    public async Task<HandOverView> Handle(ShowHandOver request, CancellationToken cancellationToken)
    {
        var opened = await door.Open(request.Id, request.Key, cancellationToken);
        var answer = await db.HandOverAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.HandOverId == request.Id, cancellationToken);
        return await picture.Of(opened, answer, cancellationToken);
    }
}

/// <summary>Tells an opened hand-over.</summary>
internal sealed class HandOverPicture(AppDb db, CityWatch watch, HandOverTerms terms, TimeProvider time)
{
    public async Task<HandOverView> Of(OpenedHandOver opened, HandOverAnswer? answer, CancellationToken ct)
    {
        var (handOver, record, city) = (opened.HandOver, opened.Record, watch.Current);
        var isOver = answer is null && !await db.Stands(handOver, ct);
        var links = opened.IsStaff ? await db.HandOverLinks.AsNoTracking().Where(l => l.HandOverId == handOver.Id).OrderBy(l => l.Id).ToListAsync(ct) : [];
        return new HandOverView(
            handOver.Id, Jws.Read(record.Jws), record.Jws, record.KeyId, terms.StateOf(handOver, answer, city, time.Now()), isOver, terms.AnswerBy(handOver, city),
            HandOverAnswerItem.Of(answer), opened.MayAnswer && answer is null && !isOver, [.. links.Select(HandOverLinkItem.Of)]);
    }
}

internal static class StandingHandOvers
{
    /// <summary>Whether the report still stands as this hand-over left it: closed as not the city's, and not handed to somebody else since.</summary>
    public static Task<bool> Stands(this AppDb db, HandOver handOver, CancellationToken ct) => db.Reports.AnyAsync(
        r => r.Id == handOver.ReportId && r.Status == ReportStatus.Closed && r.Outcome == Outcome.NotOurs
            && !db.HandOvers.Any(later => later.ReportId == r.Id && later.Sequence > handOver.Sequence),
        ct);
}
