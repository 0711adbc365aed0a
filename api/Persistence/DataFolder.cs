namespace KediriLapor.Persistence;

/// <summary>Where the program keeps what must not be lost: the private database and the attachments.</summary>
public static class DataFolder
{
    public const string Setting = "KEDIRILAPOR_DATA";

    /// <summary>Root of the source tree we were built in, or null when running from a published folder elsewhere.</summary>
    public static string? Repository { get; } = FindRepository();

    /// <summary>The setting KEDIRILAPOR_DATA, else <c>.data</c> in the source tree, else <c>$XDG_DATA_HOME/kedirilapor</c>.</summary>
    /// <returns>An absolute path.</returns>
    public static string Of(IConfiguration configuration)
    {
        var folder = configuration[Setting]
            ?? (Repository is null
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "kedirilapor")
                : Path.Combine(Repository, ".data"));
        return Path.GetFullPath(folder);
    }

    private static string? FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KediriLapor.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
