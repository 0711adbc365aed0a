using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Proof;

public sealed record ProveReport(string TrackingCode, ReporterKey Key) : IQuery<ReportProof>;

/// <summary>
/// Everything that anybody needs to see, without asking the city, that a report's history was not rewritten: keep it, and check
/// it with <c>history verify</c> or by docs/decisions/0011.
/// </summary>
/// <param name="Keys">The keys that signed; to trust them, compare with those published or printed elsewhere.</param>
public sealed record ReportProof(
    Guid ReportId, string TrackingCode, IReadOnlyList<ProvenRow> Rows, IReadOnlyList<SignedRoot> Roots, IReadOnlyList<PublicKey> Keys);

/// <summary>One history row.</summary>
/// <param name="Row">What is hashed.</param>
/// <param name="Hash">SHA-256 of the row's canonical form; the next row's <c>previousHash</c>.</param>
/// <param name="NoteSalt">With the note it gives <c>noteDigest</c>; null once the note was forgotten on the reporter's wish.</param>
/// <param name="Inclusion">Null until the row's day is closed.</param>
public sealed record ProvenRow(CanonicalRow Row, byte[] Hash, string? Note, byte[]? NoteSalt, Inclusion? Inclusion);

/// <summary>Where a row stands under a root.</summary>
/// <param name="Path">The hashes beside the way up to the root (RFC 9162, 2.1.3.1).</param>
public sealed record Inclusion(DateOnly Date, int Index, IReadOnlyList<byte[]> Path);

internal sealed class ProveReportHandler(AppDb db, ReporterDoor door) : IRequestHandler<ProveReport, ReportProof>
{
    public async Task<ReportProof> Handle(ProveReport request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Key, cancellationToken);
        var code = await db.Reports.Where(r => r.Id == id).Select(r => r.TrackingCode).SingleAsync(cancellationToken);
        var rows = await db.ReportEvents.AsNoTracking().Where(e => e.ReportId == id).OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        var leaves = await db.HistoryLeaves.AsNoTracking().Where(leaf => leaf.ReportId == id).ToDictionaryAsync(leaf => leaf.Sequence, cancellationToken);

        var trees = new SortedDictionary<DateOnly, MerkleTree>();
        foreach (var day in leaves.Values.Select(leaf => leaf.Date).Distinct())
        {
            trees[day] = await db.TreeOf(day, cancellationToken);
        }

        var roots = await db.HistoryRoots.AsNoTracking().Where(root => trees.Keys.Contains(root.Date)).OrderBy(root => root.Date).ToListAsync(cancellationToken);
        var keyIds = roots.Select(root => root.KeyId).Distinct().ToArray();
        var keys = await db.SigningKeys.AsNoTracking().Where(key => keyIds.Contains(key.Id)).OrderBy(key => key.CreatedAt).ToListAsync(cancellationToken);
        return new ReportProof(id, code.ToString(), [.. rows.Select(Proven)], roots, [.. keys.Select(PublicKey.Of)]);

        ProvenRow Proven(ReportEvent row) => new(row.Canonical(), row.Hash, row.PublicNote, row.PublicNoteSalt, InclusionOf(row.Sequence));

        Inclusion? InclusionOf(int sequence) =>
            leaves.TryGetValue(sequence, out var leaf) ? new Inclusion(leaf.Date, leaf.Index, trees[leaf.Date].PathTo(leaf.Index)) : null;
    }
}
