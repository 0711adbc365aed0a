namespace KediriLapor.Proof;

/// <summary>
/// Which history row stands where under which day's root. It is written when the day closes, not computed from the row's time: a
/// row that was still being committed then, or told by a slow clock, falls to the next day instead of breaking a signed root.
/// </summary>
public sealed class HistoryLeaf
{
    public DateOnly Date { get; private init; }

    /// <summary>0, 1, 2 … within the day.</summary>
    public int Index { get; private init; }

    public Guid ReportId { get; private init; }

    public int Sequence { get; private init; }

    /// <summary>The row's hash as it was that day: tells which row was rewritten since.</summary>
    public byte[] Hash { get; private init; } = [];
}
