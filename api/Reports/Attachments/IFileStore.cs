using KediriLapor.Platform;

namespace KediriLapor.Reports.Attachments;

/// <summary>Named bytes that stay, on a disk or in a bucket (docs/decisions/0018). Names are <c>ab/name.ext</c>.</summary>
/// <exception cref="Unavailable">From every method: <c>storage_full</c> (507) or <c>storage_unavailable</c> (503).</exception>
internal interface IFileStore
{
    /// <summary>Where, for whoever runs it; no secret in it.</summary>
    string Place { get; }

    /// <summary>Ends when the file would survive a power cut; until then there is none under that name.</summary>
    Task Write(string name, byte[] content, CancellationToken ct);

    /// <summary>Null when there is none.</summary>
    Task<Stream?> Open(string name, CancellationToken ct);

    /// <summary>One that is not there is as good as deleted.</summary>
    Task Delete(string name, CancellationToken ct);

    /// <summary>All names, in parts of bounded size; what is written meanwhile may be missed.</summary>
    IAsyncEnumerable<IReadOnlyList<string>> List(CancellationToken ct);

    /// <summary>Whether it takes files at the moment.</summary>
    Task Probe(CancellationToken ct);
}
