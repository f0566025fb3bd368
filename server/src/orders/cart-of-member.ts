/** The cart's part of a member: what a stranger had put into it goes along when he turns out to be a member. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MemberParts } from '../members/member-parts.js';
import { CartRepository } from './cart.repository.js';

/** As many of one SKU as the contract lets into a cart. */
const MOST_OF_ONE = 99;

@Injectable()
export class CartOfMember implements OnModuleInit {
  constructor(
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(CartRepository) private readonly cart: CartRepository,
  ) {}

  onModuleInit(): void {
    this.parts.register({ name: 'cart', move: (from, into) => this.cart.join(from, into, MOST_OF_ONE) });
  }
}
