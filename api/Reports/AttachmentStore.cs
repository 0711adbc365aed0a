using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace KediriLapor.Reports;

/// <summary>Pictures as files. A picture is on the disk, folder entry included, before its row is acknowledged.</summary>
internal sealed partial class AttachmentStore(string folder)
{
    public async Task Save(Guid id, Picture picture, CancellationToken ct)
    {
        var place = Directory.CreateDirectory(FolderOf(id)).FullName;
        await Write(Path.Combine(place, id + ".jpg"), picture.Full, ct);
        await Write(Path.Combine(place, id + ".thumb.jpg"), picture.Thumbnail, ct);
        SyncFolder(place);
    }

    public Stream? Open(Guid id, bool thumbnail)
    {
        var file = Path.Combine(FolderOf(id), id + (thumbnail ? ".thumb.jpg" : ".jpg"));
        return File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true) : null;
    }

    /// <summary>The files of pictures made before <paramref name="oldest"/>, drafts included, by picture; folder by folder.</summary>
    public IEnumerable<Dictionary<Guid, FileInfo[]>> MadeBefore(DateTimeOffset oldest)
    {
        var root = new DirectoryInfo(folder);
        return (root.Exists ? root.EnumerateDirectories() : []).Select(place => place.EnumerateFiles()
            .Select(file => (Id: PictureOf(file), File: file))
            .Where(one => one.Id is { } id && MadeAt(id) <= oldest)
            .GroupBy(one => one.Id!.Value, one => one.File)
            .ToDictionary(files => files.Key, files => files.ToArray()));
    }

    private static Guid? PictureOf(FileInfo file) => Guid.TryParse(file.Name.Split('.')[0], out var id) && id.Version == 7 ? id : null;

    /// <summary>A version 7 id begins with its time; that of the file is whatever the last restore made of it.</summary>
    private static DateTimeOffset MadeAt(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16);

    private static async Task Write(string path, byte[] bytes, CancellationToken ct)
    {
        var draft = path + ".new";
        await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>A renamed file survives a power cut only when its folder does.</summary>
    private static void SyncFolder(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            using var handle = new SafeFileHandle(Native.Open(path, 0), ownsHandle: true);
            _ = Native.Fsync(handle);
        }
    }

    /// <summary>The last two digits of a version 7 id are random: 256 folders of even size.</summary>
    private string FolderOf(Guid id) => Path.Combine(folder, id.ToString()[^2..]);

    private static partial class Native
    {
        [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
        internal static partial nint Open(string path, int flags);

        [LibraryImport("libc", EntryPoint = "fsync")]
        internal static partial int Fsync(SafeFileHandle handle);
    }
}
