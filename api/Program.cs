using KediriLapor;
using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;

if (await Commands.Run(args) is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(args);
builder.LimitRequests();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStrictJson().AddProblems().AddValidation().AddContract().AddDispatch();

builder.AddDatabase();
builder.Services.AddAccounts(builder.Environment, ReadAgencies.AsUnits);
builder.Services.AddReports(DataFolder.Of(builder.Configuration, "attachments"));
builder.Services.AddReportRouting();

var app = builder.Build();
app.UseSecureHeaders();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseWebClient();
app.UseRouting();
app.UseAccounts();

app.MapPlatform();
var api = app.MapGroup("/api/v1");
api.MapAccounts();
api.MapReports();
api.MapServiceCatalog();
api.MapAgencies();
app.MapWebClient();

await app.RunAsync();
return 0;
