using KediriLapor.CallCentre.Callers;
using KediriLapor.Mobmas;
using KediriLapor.Notifications.WebPush;
using MediatR;

namespace KediriLapor.Privacy;

/// <summary><c>contacts reseal</c>: after a key was replaced, or before an old one is thrown away.</summary>
internal static class ContactsCommand
{
    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        if (args is not ["reseal"])
        {
            await Console.Error.WriteLineAsync("Pemakaian: contacts reseal");
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var done = await mediator.Send(new ResealContacts());
        var browsers = await mediator.Send(new ResealSubscriptions());
        var callers = await mediator.Send(new ResealCallers());
        var cars = await mediator.Send(new ResealCarContacts());
        Console.WriteLine($"{done.Resealed} dari {done.Seen} kontak disegel ulang dengan kunci terbaru, {browsers} langganan peramban, {callers} nomor penelepon, dan {cars} kontak permintaan mobil.");
        return 0;
    }
}
