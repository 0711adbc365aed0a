using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using KediriLapor.Platform;

namespace KediriLapor.Reports.Attachments;

/// <summary>
/// The bytes of attachments, under names that only this class knows. A file is safe before its row is acknowledged; a file
/// without a row is what a crash in between leaves, and <see cref="SweepFiles"/> finds it.
/// </summary>
internal sealed class AttachmentStore(IFileStore files)
{
    private const string Full = ".jpg";
    private const string Thumbnail = ".thumb.jpg";
    private const string Document = ".pdf";

    public async Task Save(Guid id, Picture picture, CancellationToken ct)
    {
        await files.Write(NameOf(id, Full), picture.Full, ct);
        try
        {
            await files.Write(NameOf(id, Thumbnail), picture.Thumbnail, ct);
        }
        catch (Unavailable)
        {
            // a picture without its small one would only take up room until the sweep
            await TryDelete(NameOf(id, Full));
            throw;
        }
    }

    public Task SaveDocument(Guid id, byte[] pdf, CancellationToken ct) => files.Write(NameOf(id, Document), pdf, ct);

    /// <summary>Null when there is no such file.</summary>
    public Task<Stream?> Open(Guid id, bool thumbnail, CancellationToken ct) => files.Open(NameOf(id, thumbnail ? Thumbnail : Full), ct);

    /// <inheritdoc cref="Open"/>
    public Task<Stream?> OpenDocument(Guid id, CancellationToken ct) => files.Open(NameOf(id, Document), ct);

    public async Task Delete(Guid id, CancellationToken ct)
    {
        foreach (var kind in new[] { Full, Thumbnail, Document })
        {
            await files.Delete(NameOf(id, kind), ct);
        }
    }

    public Task Delete(string name, CancellationToken ct) => files.Delete(name, ct);

    /// <summary>The names of files made before <paramref name="oldest"/>, drafts included, by attachment; a bounded part at a time.</summary>
    public async IAsyncEnumerable<ILookup<Guid, string>> MadeBefore(DateTimeOffset oldest, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var names in files.List(ct))
        {
            yield return names.Select(name => (Id: OwnerOf(name), Name: name))
                .Where(one => one.Id is { } id && MadeAt(id) <= oldest)
                .ToLookup(one => one.Id!.Value, one => one.Name);
        }
    }

    private async Task TryDelete(string name)
    {
        try
        {
            await files.Delete(name, CancellationToken.None);
        }
        catch (Unavailable)
        {
            // what failed before is told
        }
    }

    private static Guid? OwnerOf(string name) =>
        Guid.TryParse(name[(name.LastIndexOf('/') + 1)..].Split('.')[0], out var id) && id.Version == 7 ? id : null;

    /// <summary>A version 7 id begins with its time; that of the file is whatever the last restore made of it.</summary>
    private static DateTimeOffset MadeAt(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16);

    /// <summary>The last two digits of a version 7 id are random: 256 folders of even size.</summary>
    private static string NameOf(Guid id, string kind) => $"{id.ToString()[^2..]}/{id}{kind}";
}
