namespace KediriLapor.Platform;

/// <summary>Where people and programs find this one.</summary>
internal static class PublicUrl
{
    private const string Setting = "PublicUrl";

    /// <returns>As it is set, else where the program listens as seen from this machine. Ends with a slash.</returns>
    public static Uri Of(IConfiguration configuration) =>
        new((configuration[Setting] is { Length: > 0 } site ? site : Listening(configuration) ?? WebServer.DefaultUrl).TrimEnd('/') + "/");

    /// <summary>The first address whose port is known; one that stands for all of this machine's is told by its own name for itself.</summary>
    private static string? Listening(IConfiguration configuration) =>
        (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(url => url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !url.Contains("unix:", StringComparison.OrdinalIgnoreCase))
            .Select(BindingAddress.Parse)
            .Where(address => address.Port > 0)
            .Select(address => $"{address.Scheme}://{(address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host)}:{address.Port}{address.PathBase}")
            .FirstOrDefault();
}
