namespace KediriLapor.HandOvers;

/// <summary>The signed statement of a hand-over. It is made once and never changed: the database refuses it.</summary>
public sealed class HandOverRecord
{
    public Guid HandOverId { get; init; }

    /// <summary>Compact.</summary>
    public string Jws { get; init; } = "";

    /// <summary>Which of the published keys signed it.</summary>
    public string KeyId { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>A hand-over that is not answered yet and about whose silence nobody was told.</summary>
public sealed class HandOverWait
{
    public Guid HandOverId { get; init; }

    public DateTimeOffset Since { get; init; }
}
