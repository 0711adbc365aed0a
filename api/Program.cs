using KediriLapor.Persistence;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDatabase(builder.Configuration);
try
{
    await builder.Build().RunAsync();
    return 0;
}
catch (StartupRefused refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

public partial class Program;
