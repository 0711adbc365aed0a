using System.Security.Cryptography.X509Certificates;
using KediriLapor.Accounts.People;
using KediriLapor.Persistence;
using KediriLapor.Platform.Limits;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace KediriLapor.Accounts;

/// <summary>Wires sign-in, sessions and permissions.</summary>
public static class AccountsSetup
{
    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA512 (Password Storage Cheat Sheet); Identity's own default is 100,000.</summary>
    internal const int PasswordIterations = 210_000;

    /// <summary>A PKCS #12 file; with it the key ring, which opens cookies and contacts, is itself encrypted.</summary>
    private const string CertificateSetting = "DataProtection:Certificate";

    private const string CertificatePasswordSetting = "DataProtection:CertificatePassword";

    /// <summary>The scheme of who comes with a token; the room Clients knows how to read one.</summary>
    internal const string BearerScheme = "Bearer";

    private const string Anyone = "anyone";

    /// <param name="readUnits">All agencies: from them follow a head's scope and an agency's name.</param>
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, ReadAgencyUnits readUnits)
    {
        // Sign-in without SignInManager: sessions are rows of ours, and tries are counted before the password is looked at.
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Password = PasswordRules.Length;
                identity.User.AllowedUserNameCharacters = Account.UserNameCharacters;
            })
            .AddEntityFrameworkStores<AppDb>()
            .AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordIterations);

        // All instances read one another's cookies, after a restart too.
        var keyRing = services.AddDataProtection().SetApplicationName("KediriLapor").PersistKeysToDbContext<AppDb>();
        if (configuration[CertificateSetting] is { Length: > 0 } file)
        {
            keyRing.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration[CertificatePasswordSetting]));
        }

        services.AddAuthentication(Anyone)
            .AddPolicyScheme(Anyone, null, by => by.ForwardDefaultSelector = http => BearsToken(http.Request) ? BearerScheme : SessionCookie.Scheme)
            .AddCookie(SessionCookie.Scheme, options => SessionCookie.Configure(options, environment));
        services.AddAuthorizationBuilder().SetFallbackPolicy(Access.ClosedUnlessSaid);
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = CrossSite.TokenHeader;
            options.SuppressReadingTokenFromFormBody = true;
            options.SuppressXFrameOptionsHeader = true;
            options.Cookie.Name = SessionCookie.NameIn(environment, "kedirilapor-xsrf");
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        services.AddMemoryCache();
        services.AddSingleton(readUnits);
        services.AddSingleton<AbsentAccount>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<StaffActors>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<SignInAttempts>();
        services.AddScoped<AdminHistory>();
        services.AddScoped<PeopleDesk>();
    }

    /// <summary>Who is known by more than an address: counted apart from everybody else there, wherever they come from.</summary>
    private static Sender? SenderOf(HttpContext http) => SenderOf(http.RequestServices.GetRequiredService<CurrentActor>().Value);

    internal static Sender? SenderOf(Actor actor) => actor.Id is { } id ? new Sender(id.ToString(), actor.Client?.RequestsPerMinute) : null;

    private static bool BearsToken(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(BearerScheme + " ", StringComparison.OrdinalIgnoreCase);

    /// <summary>After the exception handler, before the endpoints.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && string.IsNullOrEmpty(app.Configuration[CertificateSetting]))
        {
            app.Logger.LogWarning("The key ring lies in the database in the clear: name a certificate in {Setting}", CertificateSetting);
        }

        app.UseAuthentication();
        // refusals are counted too
        app.UseLimits(SenderOf);
        app.Use((http, next) =>
        {
            ClientGuard.Check(http.GetEndpoint(), http.RequestServices.GetRequiredService<CurrentActor>().Value);
            return next(http);
        });
        app.UseAuthorization();
        app.Use(async (http, next) =>
        {
            await CrossSite.GuardWrites(
                http, http.RequestServices.GetRequiredService<IAntiforgery>(), http.RequestServices.GetRequiredService<CurrentActor>());
            await next(http);
        });
    }
}
