namespace KediriLapor.WhatsApp;

/// <summary>Settings <c>WhatsApp:*</c>. Without number and token nothing is sent; without secret nothing is taken.</summary>
/// <param name="Graph">Where Meta's Graph API is, with its version and a trailing slash.</param>
/// <param name="PhoneNumberId">Meta's id of the city's number.</param>
/// <param name="AppSecret">What Meta signs its webhooks with.</param>
/// <param name="VerifyToken">A word of ours that Meta repeats when the webhook is set up.</param>
/// <param name="MediaHosts">Besides that of the Graph API: hosts that pictures are fetched from, and that are shown the token for it.</param>
/// <param name="AllowLocal">For tests: a Graph API on this machine, without TLS too.</param>
internal sealed record WhatsAppSettings(
    Uri Graph, string? PhoneNumberId, string? AccessToken, string? AppSecret, string? VerifyToken, string[] MediaHosts, bool AllowLocal)
{
    private const string Meta = "https://graph.facebook.com/v23.0";

    /// <summary>Where Meta keeps pictures; the Graph API names an address there.</summary>
    private const string MetasPictures = "lookaside.fbsbx.com";

    public bool Configured => PhoneNumberId is not null && AccessToken is not null;

    public static WhatsAppSettings Of(IConfiguration configuration)
    {
        return new WhatsAppSettings(
            new Uri((Given("BaseUrl") ?? Meta).TrimEnd('/') + "/"), Given("PhoneNumberId"), Given("AccessToken"), Given("AppSecret"), Given("VerifyToken"),
            (Given("MediaHosts") ?? MetasPictures).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            configuration.GetValue("WhatsApp:AllowLocal", false));

        string? Given(string name) => configuration["WhatsApp:" + name] is { Length: > 0 } value ? value : null;
    }

    /// <summary>A picture's address comes from outside, and the token goes there: only to whom the settings name.</summary>
    public bool MayFetch(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || (AllowLocal && address.Scheme == Uri.UriSchemeHttp)) && address.UserInfo.Length == 0
        && (address.Authority == Graph.Authority || MediaHosts.Contains(address.Authority, StringComparer.OrdinalIgnoreCase));
}
