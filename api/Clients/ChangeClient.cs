using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Clients;

/// <summary>What a client is called and what it may, as a whole: what is left out is taken away.</summary>
public sealed record ClientSettings
{
    [Required(ErrorMessage = "required")]
    [MaxLength(ApiClient.NameMax, ErrorMessage = "too_long")]
    public string Name { get; init; } = "";

    [Required(ErrorMessage = "required")]
    [MinLength(1, ErrorMessage = "required")]
    public string[] Scopes { get; init; } = [];

    /// <summary>Null for those of the whole city.</summary>
    [MaxLength(ApiClient.AgenciesMax, ErrorMessage = "too_many")]
    public string[]? Agencies { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How many requests it may make in a minute, in each class of routes; null for what everybody may.</summary>
    [Range(1, ApiClient.RequestsPerMinuteMax, ErrorMessage = "out_of_range")]
    public int? RequestsPerMinute { get; init; }

    /// <summary>Keeps it out, and its tokens with it, within seconds.</summary>
    public bool Disabled { get; init; }
}

public sealed record ChangeClient(Guid Id, int ExpectedVersion, ClientSettings Settings) : ICommand<ClientItem>;

internal sealed class ChangeClientHandler(ClientDirectory directory, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeClient, ClientItem>
{
    public async Task<ClientItem> Handle(ChangeClient request, CancellationToken cancellationToken)
    {
        var (wanted, now) = (request.Settings, time.Now());
        var rights = directory.Check(wanted.Name, wanted.Scopes, wanted.Agencies, wanted.ExpiresAt, wanted.RequestsPerMinute, wanted.Disabled);
        var client = await directory.Open(request.Id, request.ExpectedVersion, cancellationToken);
        client.Change(rights, actor.Value, now);
        return ClientItem.Of(client, watch.Current, now);
    }
}
