using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KediriLapor.Persistence.PrivatePostgres;

/// <summary>Where one private cluster keeps its files: <c>{data folder}/postgres/{major}</c>.</summary>
public sealed class ClusterFolder(string root)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // sockaddr_un.sun_path holds 108 bytes with its closing zero
    private const int LongestSocketPath = 107;

    public string Root { get; } = root;

    /// <summary>PGDATA. Exists only when complete: initdb works in <see cref="Unfinished"/>, which is then renamed.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>What a first start that was cut short leaves behind; thrown away by the next.</summary>
    public string Unfinished => Path.Combine(Root, "data.unfinished");

    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>The server's own log: one file per weekday, so it never outgrows a week.</summary>
    public string Log => Path.Combine(Root, "log");

    /// <summary>The names under which the packaged programs look for their libraries; outside the package, which may be read-only.</summary>
    public string Libraries => Path.Combine(Root, "lib");

    /// <summary>Held open and locked by the one process that may run this cluster.</summary>
    public string LockFile => Path.Combine(Root, "lock");

    /// <summary>Process id of the one that holds, or last held, the lock: .NET cannot read a file that another process has locked.</summary>
    public string HolderFile => Path.Combine(Root, "holder");

    /// <summary>Folder of the Unix socket: beside the data, or under a short name in the temporary folder where that path is too long.</summary>
    public string Socket
    {
        get
        {
            var beside = Path.Combine(Root, "socket");
            return Encoding.UTF8.GetByteCount(Path.Combine(beside, ".s.PGSQL.5432")) <= LongestSocketPath
                ? beside
                : Path.Combine(Path.GetTempPath(), "kl-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..16]);
        }
    }

    /// <summary>Majors that have data under <paramref name="parent"/>, as told by PG_VERSION.</summary>
    public static IReadOnlyCollection<int> MajorsWithData(string parent) => Directory.Exists(parent)
        ? [.. Directory.GetDirectories(parent)
            .Select(folder => Path.Combine(folder, "data", "PG_VERSION"))
            .Where(File.Exists)
            .Select(file => int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture))]
        : [];

    /// <exception cref="StartupRefused">It cannot be made there; the message says why.</exception>
    public void Create()
    {
        try
        {
            foreach (var folder in new[] { Root, Socket, Log, Libraries })
            {
                Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupRefused($"The database cannot be kept in {Root}: {failure.Message} Choose another folder with {DataFolder.Setting}.");
        }
    }

    /// <summary>Claims the cluster for this process until the returned file is disposed or the process dies, however it dies.</summary>
    /// <returns>Null when another process has it.</returns>
    public FileStream? Claim()
    {
        FileStream claim;
        try
        {
            claim = new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(HolderFile))
        {
            return null;
        }

        File.WriteAllText(HolderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return claim;
    }

    /// <summary>Says which process has it.</summary>
    public StartupRefused InUse() => new(
        $"The database in {Root} is in use by process {File.ReadAllText(HolderFile)}: stop that one, "
        + $"or give this one its own folder with {DataFolder.Setting}.");

    public void WritePassword()
    {
        File.Delete(PasswordFile);
        using var file = new FileStream(
            PasswordFile, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))));
    }

    /// <exception cref="StartupRefused">The data are there, their password is not.</exception>
    public string ReadPassword() => File.Exists(PasswordFile)
        ? File.ReadAllText(PasswordFile)
        : throw new StartupRefused($"{PasswordFile} is missing: without it nobody can open the database beside it. Restore it from the backup.");

    /// <summary>Makes the links that the package's list asks for; links already there are set anew, since the package may have moved.</summary>
    public void LinkLibraries(string symlinkList)
    {
        if (!File.Exists(symlinkList))
        {
            return;
        }

        var package = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(symlinkList)!, ".."));
        foreach (var entry in JsonDocument.Parse(File.ReadAllText(symlinkList)).RootElement.EnumerateArray())
        {
            var link = Path.Combine(Libraries, Path.GetFileName(entry.GetProperty("target").GetString()!));
            File.Delete(link);
            File.CreateSymbolicLink(link, Path.Combine(package, entry.GetProperty("source").GetString()!));
        }
    }
}
