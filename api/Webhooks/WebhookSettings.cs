using KediriLapor.Persistence;

namespace KediriLapor.Webhooks;

/// <param name="AllowLocal">For tests and development: receivers on this machine, without TLS too.</param>
internal sealed record WebhookSettings(bool AllowLocal)
{
    private const string LocalSetting = "Webhooks:AllowLocal";

    /// <exception cref="StartupRefused">Receivers on this machine, where others' webhooks are served.</exception>
    public static WebhookSettings Of(IConfiguration configuration, IHostEnvironment environment) =>
        !configuration.GetValue(LocalSetting, defaultValue: false) ? new WebhookSettings(AllowLocal: false)
        : environment.IsDevelopment() ? new WebhookSettings(AllowLocal: true)
        : throw new StartupRefused("Webhooks__AllowLocal opens this machine's own network to whoever makes a webhook; it is for ASPNETCORE_ENVIRONMENT=Development only.");
}
