using System.Runtime.CompilerServices;
using KediriLapor.Persistence;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Proof;

/// <summary>Something in the history that is not as the program wrote it.</summary>
/// <param name="Report">The tracking code, or the id where the report is gone; null for a fault of a day's root.</param>
/// <param name="Sequence">The row, where one is at fault.</param>
internal sealed record HistoryFault(string? Report, int? Sequence, string Reason);

/// <summary>
/// Compares the whole history with its own hashes and with the signed roots. Rows are read as a stream in one snapshot, a
/// report at a time, and then a day at a time: memory does not grow with the history.
/// </summary>
internal sealed class CheckHistory(AppDb db)
{
    private static readonly TimeSpan LongestRead = TimeSpan.FromHours(1);

    public async IAsyncEnumerable<HistoryFault> Run([EnumeratorCancellation] CancellationToken ct)
    {
        db.Database.SetCommandTimeout(LongestRead);
        await foreach (var fault in Chains(ct))
        {
            yield return fault;
        }

        await foreach (var fault in Roots(ct))
        {
            yield return fault;
        }

        await foreach (var fault in Unsigned(ct))
        {
            yield return fault;
        }
    }

    /// <summary>What is told as older than any day that may still take it in: written with a clock that is far behind, or slipped in.</summary>
    private async IAsyncEnumerable<HistoryFault> Unsigned([EnumeratorCancellation] CancellationToken ct)
    {
        if (await db.HistoryRoots.MaxAsync(root => (DateOnly?)root.Date, ct) is not { } last)
        {
            yield break;
        }

        var begin = CloseHistoryDayHandler.BeginningOf(last.AddDays(1 - CloseHistoryDayHandler.LateMax));
        var rows = from happened in db.ReportEvents.Where(e => e.At < begin && !db.HistoryLeaves.Any(leaf => leaf.ReportId == e.ReportId && leaf.Sequence == e.Sequence))
                   join report in db.Reports on happened.ReportId equals report.Id
                   orderby report.Id, happened.Sequence
                   select new { report.TrackingCode, happened.Sequence };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new HistoryFault(row.TrackingCode.ToString(), row.Sequence, "tidak berada di bawah akar hari mana pun");
        }
    }

    private async IAsyncEnumerable<HistoryFault> Chains([EnumeratorCancellation] CancellationToken ct)
    {
        var rows = from report in db.Reports.AsNoTracking()
                   join happened in db.ReportEvents.AsNoTracking() on report.Id equals happened.ReportId into history
                   from row in history.DefaultIfEmpty()
                   orderby report.Id, row.Sequence
                   select new { Report = new Chain(report.Id, report.TrackingCode, report.Version, report.LastHash), Row = row };
        Chain? chain = null;
        await foreach (var at in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (chain?.ReportId != at.Report.ReportId)
            {
                foreach (var fault in chain?.End() ?? [])
                {
                    yield return fault;
                }

                chain = at.Report;
            }

            foreach (var fault in at.Row is { } row ? chain.Continue(row) : [])
            {
                yield return fault;
            }
        }

        foreach (var fault in chain?.End() ?? [])
        {
            yield return fault;
        }
    }

    private async IAsyncEnumerable<HistoryFault> Roots([EnumeratorCancellation] CancellationToken ct)
    {
        SignedRoot? before = null;
        foreach (var root in await db.HistoryRoots.AsNoTracking().OrderBy(root => root.Date).ToListAsync(ct))
        {
            if (before is not null && (root.Date != before.Date.AddDays(1) || !root.Previous.AsSpan().SequenceEqual(before.Hash())))
            {
                yield return new HistoryFault(null, null, $"akar {root.Date:yyyy-MM-dd} tidak menyambung pada akar {before.Date:yyyy-MM-dd}");
            }

            before = root;
            var tree = await db.TreeOf(root.Date, ct);
            if (tree.Count != root.Count || !tree.Root.AsSpan().SequenceEqual(root.Root))
            {
                yield return new HistoryFault(null, null, $"akar {root.Date:yyyy-MM-dd} bukan akar dari {tree.Count} baris yang tercatat untuk hari itu");
            }

            var changed = from leaf in db.HistoryLeaves.AsNoTracking().Where(leaf => leaf.Date == root.Date)
                          join happened in db.ReportEvents on new { leaf.ReportId, leaf.Sequence } equals new { happened.ReportId, happened.Sequence } into history
                          from row in history.DefaultIfEmpty()
                          where row == null || row.Hash != leaf.Hash
                          orderby leaf.Index
                          select new { leaf.ReportId, leaf.Sequence, Gone = row == null, Code = db.Reports.Where(r => r.Id == leaf.ReportId).Select(r => (TrackingCode?)r.TrackingCode).FirstOrDefault() };
            foreach (var leaf in await changed.ToListAsync(ct))
            {
                yield return new HistoryFault(
                    leaf.Code?.ToString() ?? leaf.ReportId.ToString(), leaf.Sequence,
                    leaf.Gone ? $"baris hilang, padahal ada di bawah akar {root.Date:yyyy-MM-dd}" : $"hash bukan lagi yang ditandatangani pada akar {root.Date:yyyy-MM-dd}");
            }
        }
    }

    /// <summary>One report's rows, walked in order.</summary>
    private sealed class Chain(Guid reportId, TrackingCode code, int version, byte[] lastHash)
    {
        private byte[] hash = CanonicalRow.Origin(reportId, code);
        private int sequence;

        public Guid ReportId => reportId;

        public IEnumerable<HistoryFault> Continue(ReportEvent row)
        {
            if (row.Sequence != sequence + 1)
            {
                yield return Fault(sequence + 1, "baris hilang");
            }
            else if (!row.PreviousHash.AsSpan().SequenceEqual(hash))
            {
                yield return Fault(row.Sequence, "tidak menyambung pada baris sebelumnya (previous_hash)");
            }

            foreach (var fields in row.Rewritten())
            {
                yield return Fault(row.Sequence, "diubah: " + fields);
            }

            (sequence, hash) = (row.Sequence, row.Hash);
        }

        public IEnumerable<HistoryFault> End()
        {
            if (sequence != version)
            {
                yield return Fault(sequence + 1, $"baris terakhir hilang: laporan berada pada versi {version}");
            }
            else if (!hash.AsSpan().SequenceEqual(lastHash))
            {
                yield return Fault(sequence, "bukan baris terakhir yang dicatat laporan (last_hash)");
            }
        }

        private HistoryFault Fault(int at, string reason) => new(code.ToString(), at, reason);
    }
}
