namespace KediriLapor.Platform;

/// <summary>Where people and programs find this one.</summary>
internal static class PublicUrl
{
    private const string Setting = "PublicUrl";

    /// <returns>Ends with a slash.</returns>
    public static Uri Of(IConfiguration configuration) => new(configuration[Setting] is { Length: > 0 } site ? site.TrimEnd('/') + "/" : "http://localhost:5112/");
}
