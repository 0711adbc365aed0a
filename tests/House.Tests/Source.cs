using KediriLapor.Persistence;

namespace KediriLapor.House.Tests;

/// <summary>The program's text, for the rules that only the text shows.</summary>
internal static class Source
{
    /// <summary>Root of the repository.</summary>
    public static string Root => DataFolder.Repository ?? throw new InvalidOperationException("The tests run outside the repository.");

    /// <summary>Every C# file of the program that a person wrote; migrations are generated.</summary>
    public static IReadOnlyList<SourceFile> Api { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "api"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path))
            .Where(path => !path.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules" or "Migrations"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path)))),
    ];
}

/// <param name="Path">Relative to the repository, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public int Lines => Text.Count(c => c == '\n');
}
