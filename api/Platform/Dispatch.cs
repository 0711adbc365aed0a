using MediatR;

namespace KediriLapor.Platform;

/// <summary>A request that changes something: it is committed by one SaveChanges after its handler.</summary>
public interface ICommand<out TResponse> : IRequest<TResponse>;

/// <summary>A request that only reads.</summary>
public interface IQuery<out TResponse> : IRequest<TResponse>;

/// <summary>
/// MediatR 5.1.0 without its own registration package: the only file that knows how handlers are found
/// (docs/decisions/0002: a later version changes this file alone).
/// </summary>
internal static class Dispatch
{
    public static IServiceCollection AddDispatch(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();
        var handlers = from type in typeof(Dispatch).Assembly.GetTypes()
                       where type is { IsAbstract: false, IsInterface: false }
                       from contract in type.GetInterfaces()
                       where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                       select (contract, type);
        foreach (var (contract, type) in handlers)
        {
            services.AddScoped(contract, type);
        }

        return services;
    }
}
