namespace KediriLapor.Model.Tests;

/// <summary>The repository the tests were built from.</summary>
internal static class Repository
{
    public static string Path(params string[] parts) =>
        System.IO.Path.Combine([Root(TestContext.CurrentContext.TestDirectory), .. parts]);

    private static string Root(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "KediriLapor.sln")) ? folder : Root(Directory.GetParent(folder)!.FullName);
}
