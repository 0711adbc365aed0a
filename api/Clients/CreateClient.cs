using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Clients;

/// <summary>A program to be let in.</summary>
public sealed record NewClient
{
    /// <summary>Small letters, digits, and <c>. _ -</c> after the first.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(ApiClient.ClientIdMax, ErrorMessage = "too_long")]
    [RegularExpression(ApiClient.ClientIdPattern, ErrorMessage = "invalid_format")]
    public string ClientId { get; init; } = "";

    /// <summary>Whose it is, as histories name it.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(ApiClient.NameMax, ErrorMessage = "too_long")]
    public string Name { get; init; } = "";

    /// <summary>Of <c>reports:read</c>, <c>reports:write</c>, <c>updates:write</c>, <c>webhooks:manage</c>, <c>exports:read</c>.</summary>
    [Required(ErrorMessage = "required")]
    [MinLength(1, ErrorMessage = "required")]
    public string[] Scopes { get; init; } = [];

    /// <summary>The agencies whose reports it sees and acts on; null for those of the whole city, without what is confidential.</summary>
    [MaxLength(ApiClient.AgenciesMax, ErrorMessage = "too_many")]
    public string[]? Agencies { get; init; }

    /// <summary>From when on it is let in no more.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How many requests it may make in a minute, in each class of routes; null for what everybody may.</summary>
    [Range(1, ApiClient.RequestsPerMinuteMax, ErrorMessage = "out_of_range")]
    public int? RequestsPerMinute { get; init; }
}

public sealed record CreateClient(NewClient Client, Guid? IdempotencyKey) : IIdempotentCommand<ClientWithSecret>;

internal sealed class CreateClientHandler(AppDb db, ClientDirectory directory, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<CreateClient, ClientWithSecret>
{
    public async Task<ClientWithSecret> Handle(CreateClient request, CancellationToken cancellationToken)
    {
        var (wanted, now) = (request.Client, time.Now());
        var rights = directory.Check(wanted.Name, wanted.Scopes, wanted.Agencies, wanted.ExpiresAt, wanted.RequestsPerMinute, disabled: false, until: now);
        if (await db.ApiClients.AnyAsync(c => c.ClientId == wanted.ClientId, cancellationToken))
        {
            throw new RuleViolation("client_id_taken", StatusCodes.Status409Conflict, "clientId");
        }

        var (client, secret) = ApiClient.Create(wanted.ClientId, rights, actor.Value, now);
        db.ApiClients.Add(client);
        return new ClientWithSecret(ClientItem.Of(client, watch.Current, now), secret);
    }
}
