using KediriLapor;
using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.CityCalendar;
using KediriLapor.Clients;
using KediriLapor.Exports;
using KediriLapor.Live;
using KediriLapor.Notifications;
using KediriLapor.Open311;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
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

var builder = WebServer.Create(args);
Commands.Prepare(builder, args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStrictJson().AddProblems().AddValidation().AddContract().AddDispatch().AddLimits(builder.Configuration);

builder.Services.AddDatabase(builder.Configuration).AddPersistence();
builder.Services.AddAccounts(builder.Configuration, builder.Environment, ReadAgencies.AsUnits);
builder.Services.AddClients(builder.Configuration).AddReports(builder.Configuration).AddReportRouting().AddOpen311().AddWebhooks(builder.Configuration, builder.Environment);
builder.Services.AddProof().AddPrivacy().AddReporters().AddCalendar().AddNotifications(builder.Configuration).AddLive().AddWhatsApp(builder.Configuration).AddExports();

var app = builder.Build();
app.PrepareMeanwhile();
app.UseSecureHeaders();
app.UseHead();
app.UseExceptionHandler().UseStatusCodePages();
app.UseWebClient();
app.UseRouting();
app.UseAddressLimits();
app.UseTokens();
app.UseAccounts();

app.MapPlatform();
app.MapTokens();
app.MapOpen311();
var api = app.MapGroup("/api/v1");
api.MapAccounts();
api.MapClients();
api.MapReports();
api.MapLive();
api.MapWebhooks();
api.MapProof();
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
app.MapWebClient();

try
{
    return await Commands.RunOrServe(app, args);
}
catch (StartupRefused refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

/// <summary>The program; tests start it as it is.</summary>
public partial class Program;
