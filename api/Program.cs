using KediriLapor;
using KediriLapor.Accounts;
using KediriLapor.Clients;
using KediriLapor.Open311;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;

var builder = WebServer.Create(args);
Commands.Prepare(builder, args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStrictJson().AddProblems().AddValidation().AddContract().AddDispatch().AddLimits(builder.Configuration);

builder.Services.AddDatabase(builder.Configuration).AddPersistence();
builder.AddRooms();

var app = builder.Build();
app.PrepareMeanwhile();
app.UseSecureHeaders();
app.UseHead();
app.UseExceptionHandler().UseStatusCodePages();
app.UseWebClient();
app.UseRouting();
app.UseCors();
app.UseAddressLimits();
app.UseTokens();
app.UseAccounts();

app.MapPlatform();
app.MapTokens();
app.MapOpen311();
app.MapGroup("/api/v1").MapRooms();
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
