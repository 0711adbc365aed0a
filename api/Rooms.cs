using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.CallCentre;
using KediriLapor.CityCalendar;
using KediriLapor.Clients;
using KediriLapor.Exports;
using KediriLapor.HandOvers;
using KediriLapor.Live;
using KediriLapor.Merata;
using KediriLapor.Mobmas;
using KediriLapor.Monev;
using KediriLapor.Notifications;
using KediriLapor.Open311;
using KediriLapor.Privacy;
using KediriLapor.Proof;
using KediriLapor.Replies;
using KediriLapor.Reporters;
using KediriLapor.Reports;
using KediriLapor.Routing;
using KediriLapor.Routing.Rules;
using KediriLapor.ServiceCatalog;
using KediriLapor.Statistics;
using KediriLapor.Webhooks;
using KediriLapor.WhatsApp;

namespace KediriLapor;

/// <summary>What the program is made of besides its plumbing: the services and the routes of every room.</summary>
internal static class Rooms
{
    public static void AddRooms(this WebApplicationBuilder builder)
    {
        var (services, settings, environment) = (builder.Services, builder.Configuration, builder.Environment);
        services.AddAccounts(settings, environment, ReadAgencies.AsUnits);
        services.AddClients(settings).AddReporters().AddPrivacy();
        services.AddReports(settings).AddReportRouting().AddCalendar().AddProof().AddHandOvers();
        services.AddNotifications(settings).AddWhatsApp(settings).AddLive().AddWebhooks(settings, environment);
        services.AddOpen311().AddExports().AddStatistics().AddCallCentre().AddMobmas().AddMerata().AddMonev();
    }

    /// <param name="api">The group at <c>/api/v1</c>.</param>
    public static void MapRooms(this IEndpointRouteBuilder api)
    {
        api.MapAccounts();
        api.MapClients();
        api.MapReports();
        api.MapLive();
        api.MapCallCentre();
        api.MapWebhooks();
        api.MapProof();
        api.MapHandOvers();
        api.MapPrivacy();
        api.MapReporters();
        api.MapReplies();
        api.MapNotifications();
        api.MapWhatsApp();
        api.MapServiceCatalog();
        api.MapAgencies();
        api.MapRoutingRules();
        api.MapCalendar();
        api.MapStatistics();
        api.MapExports();
        api.MapMobmas();
        api.MapMerata();
        api.MapPublicWorks();
        api.MapMonev();
    }
}
