using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KediriLapor.Platform;
using Microsoft.Win32.SafeHandles;

namespace KediriLapor.Reports.Attachments;

/// <summary>Files in a folder that all instances share. A file is synced, and every folder entry on the way to it, before it counts as written.</summary>
internal sealed partial class DiskFiles(string folder) : IFileStore
{
    private const string Draft = ".new";

    /// <summary>Less is told before it is nothing: some ten photos.</summary>
    private const long RoomMin = 32 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, bool> reached = new();

    public string Place => folder;

    public Task Write(string name, byte[] content, CancellationToken ct) => Guarded(async () =>
    {
        var path = PathOf(name);
        var place = Path.GetDirectoryName(path)!;
        MakeFolder(place);
        var draft = path + Draft;
        try
        {
            await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await file.WriteAsync(content, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            // half a file would fill the disk that was full already; the sweep finds it where this fails too
            TryDelete(draft);
            throw;
        }

        SyncFolder(place);
        return true;
    });

    public Task<Stream?> Open(string name, CancellationToken ct) => Guarded(() =>
    {
        var path = PathOf(name);
        return Task.FromResult<Stream?>(
            File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: true) : null);
    });

    public Task Delete(string name, CancellationToken ct) => Guarded(() =>
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.FromResult(true);
    });

    public async IAsyncEnumerable<IReadOnlyList<string>> List([EnumeratorCancellation] CancellationToken ct)
    {
        var root = new DirectoryInfo(folder);
        foreach (var place in root.Exists ? root.EnumerateDirectories() : [])
        {
            ct.ThrowIfCancellationRequested();
            yield return await Task.Run(() => place.EnumerateFiles().Select(file => place.Name + "/" + file.Name).ToArray(), ct);
        }
    }

    public Task Probe(CancellationToken ct) => Guarded(async () =>
    {
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(
            Path.Combine(folder, ".probe-" + Guid.CreateVersion7()), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        await file.WriteAsync(new byte[4096], ct);
        return new DriveInfo(folder).AvailableFreeSpace >= RoomMin ? true : throw new IOException("hardly any room left");
    });

    private string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>A folder is an entry of the one above it: the first write of this process into it syncs the whole way, whoever made it.</summary>
    private void MakeFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!reached.ContainsKey(path))
        {
            SyncFolder(folder);
            SyncFolder(Path.GetDirectoryName(folder)!);
            reached.TryAdd(path, true);
        }
    }

    /// <summary>A renamed file survives a power cut only when its folder does.</summary>
    private static void SyncFolder(string path)
    {
        using var handle = new SafeFileHandle(Native.Open(path, 0), ownsHandle: true);
        if (handle.IsInvalid || Native.Fsync(handle) != 0)
        {
            throw new IOException($"{path} cannot be synced", Marshal.GetLastPInvokeError());
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // what failed before is told
        }
    }

    private static async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable.IsFull(e) ? Unavailable.StorageFull(e) : Unavailable.Storage(e);
        }
    }

    private static partial class Native
    {
        [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
        internal static partial nint Open(string path, int flags);

        [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
        internal static partial int Fsync(SafeFileHandle handle);
    }
}
